"""What self-evaluations (绩效自评) are read and checked with: columns, executed money, results."""
