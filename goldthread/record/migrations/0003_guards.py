"""Triggers that let nothing in the logs be changed."""

from django.db import migrations

from goldthread.record import guards


def put_guards_in_place(apps, schema_editor):
    guards.install(schema_editor.connection)


def remove_guards(apps, schema_editor):
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0002_the_record'),
    ]

    operations = [
        migrations.RunPython(put_guards_in_place, remove_guards),
    ]
