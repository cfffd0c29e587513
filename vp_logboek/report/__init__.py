"""The overview on paper: the only home of reportlab, which sees a SafeReport and nothing else."""
