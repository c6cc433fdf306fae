from django.db import migrations


def forget_words(apps, schema_editor):
    """Kept words were folded by another rule; after every migration what is missing is indexed again."""
    apps.get_model("curricula", "SearchText").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("curricula", "0002_delivery")]
    operations = [migrations.RunPython(forget_words, migrations.RunPython.noop)]
