"""The table in which failed sign-ins are counted, so that `migrate` alone makes a database ready."""

from django.core.management import call_command
from django.db import migrations


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    # The sign-in package's tables before the record's two hundred: each later change of a model would render them all anew.
    dependencies = [
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("usersessions", "0001_initial"),
        ("sessions", "0001_initial"),
    ]
    run_before = [("record", "0002_the_record")]
    operations = [migrations.RunPython(make_cache_table, migrations.RunPython.noop)]
