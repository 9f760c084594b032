"""What people say is wrong with an answer: kept beside the library, exported as questions."""
