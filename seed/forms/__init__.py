"""What a form is read with: the grid of labels and values, fields, indicator tables, the year; halves put together again."""
