"""Addresses of letters and contact cards, beside a child's record."""

from django.urls import path

from goldthread.web.letters import cards, messages, views

app_name = "letters"

urlpatterns = [
    path("<uuid:public_id>/letters/", views.choose, name="choose"),
    path("<uuid:public_id>/letters/write/<slug:kind>/", views.write, name="write"),
    path("<uuid:public_id>/letters/<int:number>/", views.letter, name="letter"),
    path("<uuid:public_id>/letters/<int:number>/pdf/", views.pdf, name="pdf"),
    path("<uuid:public_id>/card/", cards.give, name="give_card"),
    path("<uuid:public_id>/card/<int:number>/", cards.card, name="card"),
    path("<uuid:public_id>/messages/new/", messages.take, name="message"),
    path("<uuid:public_id>/messages/<int:number>/answer/", messages.answer, name="answer_message"),
]
