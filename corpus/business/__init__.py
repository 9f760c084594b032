"""The items of agendas, the minutes of minutes, and the sections under them."""
