"""The same answers for other programs: JSON over HTTP, described by an OpenAPI document."""
