/* Decision 33 by hand in C: every truth as a pair (is true, is false), without a branch.

   Values and what is known of them come as arrays, in the order of benchmarks/sheet.py. */
#include <stdint.h>

typedef uint8_t u8;

#define PAIR(name, truth, known) \
  u8 name##_k = (u8)(known); u8 name##_t = (u8)(truth) & name##_k; u8 name##_f = name##_t ^ name##_k

void outcome(const void **values, const u8 **known, long start, long stop, int8_t *out) {
  const int64_t *restrict hh = values[0], *restrict min = values[1], *restrict poor = values[2],
                *restrict pm = values[3], *restrict people = values[4], *restrict ill = values[5],
                *restrict work = values[6], *restrict untr = values[7];
  const double *restrict road = values[8], *restrict unp = values[9];
  const u8 *restrict ntm = values[10], *restrict mek = values[11];
  const u8 *restrict k_hh = known[0], *restrict k_min = known[1], *restrict k_poor = known[2],
           *restrict k_pm = known[3], *restrict k_people = known[4], *restrict k_ill = known[5],
           *restrict k_work = known[6], *restrict k_untr = known[7], *restrict k_road = known[8],
           *restrict k_unp = known[9], *restrict k_ntm = known[10], *restrict k_mek = known[11];
  int8_t *restrict found = out;
#pragma GCC ivdep /* the arrays do not overlap */
  for (long i = start; i < stop; i++) {
    u8 some = k_hh[i] & (u8)(hh[i] > 0);
    int64_t three = hh[i] * 3;
    PAIR(area, min[i] * 20 >= three, some & k_min[i]);
    PAIR(p10, poor[i] * 10 >= hh[i], some & k_poor[i]);
    PAIR(p12, poor[i] * 25 >= three, p10_k);
    PAIR(p15, poor[i] * 20 >= three, p10_k);
    PAIR(p20, poor[i] * 5 >= hh[i], p10_k);
    PAIR(delta, mek[i], k_mek[i]);
    PAIR(rural, ntm[i], k_ntm[i]);
    PAIR(many, pm[i] > 150, k_pm[i]);
    PAIR(a, pm[i] * 5 > poor[i] * 3, k_pm[i] & k_poor[i] & (u8)(poor[i] > 0));
    PAIR(b, ill[i] * 5 >= people[i], k_ill[i] & k_people[i] & (u8)(people[i] > 0));
    PAIR(c, untr[i] * 5 > work[i] * 4, k_untr[i] & k_work[i] & (u8)(work[i] > 0));
    PAIR(far, road[i] > 20, k_road[i]);
    PAIR(bad, unp[i] * 2 > road[i], k_unp[i] & k_road[i] & (u8)(road[i] > 0));
    u8 held_t = a_t | b_t | c_t | (far_t & bad_t);
    u8 held_f = a_f & b_f & c_f & (far_f | bad_f);
    u8 high_t = p20_t | (delta_t & p15_t), high_f = p20_f & (delta_f | p15_f);
    u8 mid_t = p15_t | (delta_t & p12_t), mid_f = p15_f & (delta_f | p12_f);
    u8 very_t = high_t | (delta_t & many_t) | (mid_t & high_f & held_t);
    u8 very_f = high_f & (delta_f | many_f) & (mid_f | high_t | held_f);
    u8 iii_t = area_t & rural_f & very_t, iii_f = area_f | rural_t | very_f;
    u8 i_t = area_t & (p10_f | rural_t), i_f = area_f | (p10_t & rural_f);
    u8 past = iii_f & i_f;
    /* -1 + (1 for III, 2 for I, 3 for II, 4 for outside): exactly one of them, or none. */
    found[i] = (int8_t)(iii_t + 2 * (iii_f & i_t) + 3 * (past & area_t) + 4 * (past & area_f)) - 1;
  }
}
