"""The Django project: settings, addresses, middleware, health and the pages shown when something goes wrong."""
