"""The table in which failed sign-ins are counted, so that `migrate` alone makes a database ready."""

from django.core.management import call_command
from django.db import migrations


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = []
    operations = [migrations.RunPython(make_cache_table, migrations.RunPython.noop)]
