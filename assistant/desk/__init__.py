"""The enquiry desk: what every page that a browser opens asks, whatever draws it."""
