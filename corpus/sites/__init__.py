"""Papers as councils publish them on the web: what their sites list, and fetching it politely."""
