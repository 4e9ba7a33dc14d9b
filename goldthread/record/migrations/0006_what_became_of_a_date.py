
import datetime
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0005_duties_and_carers'),
    ]

    operations = [
        migrations.AddField(
            model_name='duehistory',
            name='became',
            field=models.CharField(choices=[('moved', 'Moved'), ('met', 'Met'), ('met late', 'Met late'), ('ended', 'Ended before it was due'), ('lapsed', 'Ended when it was late'), ('superseded', 'Superseded by another'), ('not asked', 'Not asked any more')], default='moved', help_text='What became of the date that was given.', max_length=20),
        ),
        migrations.AddField(
            model_name='duehistory',
            name='new_calendar_version',
            field=models.CharField(blank=True, default='', help_text='Which list of bank holidays gave the new one.', max_length=60),
        ),
        migrations.AddField(
            model_name='duehistory',
            name='new_edition',
            field=models.DateField(blank=True, help_text='The day since which the edition holds that gave the new one.', null=True),
        ),
        migrations.AddField(
            model_name='duehistory',
            name='old_calendar_version',
            field=models.CharField(blank=True, default='', help_text='Which list of bank holidays gave it.', max_length=60),
        ),
        migrations.AddField(
            model_name='duehistory',
            name='old_edition',
            field=models.DateField(default=datetime.date(2000, 1, 1), help_text='The day since which the edition holds that gave it.'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='duehistory',
            name='row_id',
            field=models.CharField(blank=True, default='', help_text='The row of the register of timescales.', max_length=40),
        ),
        migrations.AlterField(
            model_name='duehistory',
            name='at',
            field=models.DateTimeField(default=django.utils.timezone.now, help_text='When.'),
        ),
        migrations.AlterField(
            model_name='duehistory',
            name='new_due_on',
            field=models.DateField(blank=True, help_text='The day in its place; missing where it is not asked any more.', null=True),
        ),
        migrations.AlterField(
            model_name='duehistory',
            name='old_due_on',
            field=models.DateField(default=datetime.date(2000, 1, 1), help_text='The day that was given.'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='duehistory',
            name='why',
            field=models.TextField(help_text='Why, in words.'),
        ),
        migrations.CreateModel(
            name='Reckoning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(help_text='The local day it was worked out for.')),
                ('calendar_version', models.CharField(help_text='Which list of bank holidays was used.', max_length=60)),
                ('began_at', models.DateTimeField(default=django.utils.timezone.now, help_text='When it began.')),
                ('finished_at', models.DateTimeField(blank=True, help_text='When it was done; missing while it runs or where it was cut off.', null=True)),
                ('lines', models.IntegerField(default=0, help_text='How many duties were open.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'calendar_version'), name='reckoning_one_per_day_and_calendar')],
            },
        ),
    ]
