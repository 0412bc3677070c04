"""Plan files: reading with the line of each problem, writing, the schema, a template."""
