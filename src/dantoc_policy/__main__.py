"""`python -m dantoc_policy` is the command `dantoc`."""

from dantoc_policy.interfaces.cli import main

if __name__ == "__main__":
    main()
