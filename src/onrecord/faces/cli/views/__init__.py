"""What people see: readings and records laid out for a terminal. No view reads or writes anything."""
