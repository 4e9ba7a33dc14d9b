"""The logs: hashed rows, tombstones, seals, and triggers that let nothing be changed."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from goldthread.record import guards, log_hashes


def hash_what_is_there(apps, schema_editor):
    """Rows from before this version are hashed as they stand now."""
    for name in ('ReadLog', 'AuditLine'):
        model = apps.get_model('record', name)
        for row in model.objects.filter(hash='').iterator():
            row.salt = log_hashes.new_salt()
            row.hash = log_hashes.salted_hash(row.salt, log_hashes.said_by(row))
            row.save(update_fields=['salt', 'hash'])


def put_guards_in_place(apps, schema_editor):
    guards.install(schema_editor.connection)


def remove_guards(apps, schema_editor):
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0002_the_record'),
    ]

    operations = [
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('number', models.BigIntegerField(help_text='Its place in the chain, from 1.', primary_key=True, serialize=False)),
                ('log', models.CharField(help_text='Which log.', max_length=20)),
                ('first_row', models.BigIntegerField(help_text='From this row ...')),
                ('last_row', models.BigIntegerField(help_text='... to this one.')),
                ('count', models.IntegerField(help_text='How many rows it covers.')),
                ('missing', models.JSONField(blank=True, default=list, help_text='Row numbers in between that were not there, as pairs from and to.')),
                ('root', models.CharField(help_text="SHA-256 of its rows' numbers and hashes, in order.", max_length=64)),
                ('marks', models.BinaryField(help_text="The first eight bytes of each row's hash, to name the row at fault.")),
                ('previous', models.CharField(help_text='The hash of the seal before it.', max_length=64, unique=True)),
                ('hash', models.CharField(help_text='SHA-256 of all of the above.', max_length=64)),
                ('sealed_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, help_text='When.')),
            ],
            options={
                'verbose_name_plural': 'seals',
            },
        ),
        migrations.AddField(
            model_name='auditline',
            name='erased_at',
            field=models.DateTimeField(blank=True, editable=False, help_text='When what it said was lawfully erased.', null=True),
        ),
        migrations.AddField(
            model_name='auditline',
            name='erased_because',
            field=models.TextField(blank=True, default='', editable=False, help_text='Why it was erased; empty unless it was.'),
        ),
        migrations.AddField(
            model_name='auditline',
            name='erased_by',
            field=models.ForeignKey(blank=True, editable=False, help_text='Who erased it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='auditline',
            name='hash',
            field=models.CharField(default='', editable=False, help_text='SHA-256 of the salt and of all that the row says.', max_length=64),
        ),
        migrations.AddField(
            model_name='auditline',
            name='salt',
            field=models.CharField(default='', editable=False, help_text='Random, so that a hash tells nothing of what was erased.', max_length=32),
        ),
        migrations.AddField(
            model_name='readlog',
            name='erased_at',
            field=models.DateTimeField(blank=True, editable=False, help_text='When what it said was lawfully erased.', null=True),
        ),
        migrations.AddField(
            model_name='readlog',
            name='erased_because',
            field=models.TextField(blank=True, default='', editable=False, help_text='Why it was erased; empty unless it was.'),
        ),
        migrations.AddField(
            model_name='readlog',
            name='erased_by',
            field=models.ForeignKey(blank=True, editable=False, help_text='Who erased it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='readlog',
            name='hash',
            field=models.CharField(default='', editable=False, help_text='SHA-256 of the salt and of all that the row says.', max_length=64),
        ),
        migrations.AddField(
            model_name='readlog',
            name='salt',
            field=models.CharField(default='', editable=False, help_text='Random, so that a hash tells nothing of what was erased.', max_length=32),
        ),
        migrations.AlterField(
            model_name='readlog',
            name='account',
            field=models.ForeignKey(blank=True, help_text='Who; missing only where it was erased.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reads', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='readlog',
            index=models.Index(fields=['child', 'at'], name='readlog_child_at'),
        ),
        migrations.AddConstraint(
            model_name='readlog',
            constraint=models.CheckConstraint(condition=models.Q(('account__isnull', False), ('erased_at__isnull', False), _connector='OR'), name='readlog_says_who', violation_error_message='Say who read it.'),
        ),
        migrations.AddIndex(
            model_name='seal',
            index=models.Index(fields=['log', 'last_row'], name='seal_log_last_row'),
        ),
        migrations.RunPython(hash_what_is_there, migrations.RunPython.noop),
        migrations.RunPython(put_guards_in_place, remove_guards),
    ]
