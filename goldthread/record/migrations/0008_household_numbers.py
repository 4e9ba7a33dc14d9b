"""A random number for each household: given to those there are, one by one, before it must be their own."""

import uuid

from django.db import migrations, models

SENTENCE = "The number by which pages name the household: random, and nothing can be told from it."


def give_numbers(apps, schema_editor):
    households = apps.get_model("record", "CarerHousehold")
    history = apps.get_model("record", "HistoricalCarerHousehold")
    for key in households.objects.values_list("pk", flat=True):
        number = uuid.uuid4()
        households.objects.filter(pk=key).update(public_id=number)
        history.objects.filter(id=key).update(public_id=number)
    for key in history.objects.filter(public_id=None).values_list("history_id", flat=True):
        history.objects.filter(history_id=key).update(public_id=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("record", "0007_protecting")]

    operations = [
        *(
            migrations.AddField(name, "public_id", models.UUIDField(null=True))
            for name in ("carerhousehold", "historicalcarerhousehold")
        ),
        migrations.RunPython(give_numbers, migrations.RunPython.noop),
        migrations.AlterField(
            "carerhousehold",
            "public_id",
            models.UUIDField(default=uuid.uuid4, editable=False, help_text=SENTENCE, unique=True),
        ),
        migrations.AlterField(
            "historicalcarerhousehold",
            "public_id",
            models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, help_text=SENTENCE),
        ),
    ]
