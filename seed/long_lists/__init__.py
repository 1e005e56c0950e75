"""What lists are read with, one row an indicator or one a project: headings, rows, blocks, money, sums."""
