"""What the readers of spreadsheets share: number formats, what a cell displays, and a worksheet's way to the grid."""
