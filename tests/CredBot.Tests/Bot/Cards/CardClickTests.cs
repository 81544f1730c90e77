using System.Text.Json;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;

namespace CredBot.Tests.Bot.Cards;

public sealed class CardClickTests
{
    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"answer","data":{"messageKey":"k","answer":"yes"}},"trigger":"manual"}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"answer","data":{"messageKey":"k","answer":"yes"}}}""")]
    public void An_Invoke_Is_A_Click(string value)
    {
        var click = CardClick.From(new Activity { Type = "invoke", Name = "adaptiveCard/action", Value = Json(value) });

        Assert.Equal(("answer", "k", "yes"), (click!.Verb, click.Key, click.Answer));
    }

    [Fact]
    public void A_Message_With_A_Value_Is_The_Same_Click()
    {
        var click = CardClick.From(new Activity { Type = "message", Value = Json("""{"verb":"answer","messageKey":"k","answer":"yes"}""") });

        Assert.Equal(("answer", "k", "yes"), (click!.Verb, click.Key, click.Answer));
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"answer"},"trigger":"automatic"}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"answer"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":"Action.Execute"}""")]
    [InlineData("""[]""")]
    [InlineData("""7""")]
    public void Anything_Else_Is_None(string value) =>
        Assert.Null(CardClick.From(new Activity { Type = "invoke", Name = "adaptiveCard/action", Value = Json(value) }));

    [Fact]
    public void A_Refresh_Is_No_Click_And_A_Click_Is_No_Refresh()
    {
        var refresh = new Activity { Type = "invoke", Name = "adaptiveCard/action", Value = Json("""{"action":{"type":"Action.Execute","verb":"status","data":{"messageKey":"k"}},"trigger":"automatic"}""") };
        var click = new Activity { Type = "invoke", Name = "adaptiveCard/action", Value = Json("""{"action":{"type":"Action.Execute","verb":"status","data":{"messageKey":"k"}},"trigger":"manual"}""") };

        Assert.Equal((null, "status", "k"), (CardClick.From(refresh), CardClick.FromRefresh(refresh)!.Verb, CardClick.FromRefresh(refresh)!.Key));
        Assert.Null(CardClick.FromRefresh(click));
    }

    [Fact]
    public void Every_Button_Carries_A_Submit_Fallback_With_The_Same_Meaning()
    {
        var card = new AdaptiveCard { Body = [new ActionSet([ExecuteAction.Answer("Yes", "k", "yes")])] }.ToJson();

        var action = card.GetProperty("body")[0].GetProperty("actions")[0];
        var fallback = action.GetProperty("fallback");
        Assert.Equal(("1.5", "Action.Execute", "Action.Submit"),
            (card.GetProperty("version").GetString(), action.GetProperty("type").GetString(), fallback.GetProperty("type").GetString()));
        var click = CardClick.From(new Activity { Type = "message", Value = fallback.GetProperty("data") });
        Assert.Equal(("answer", "k", "yes"), (click!.Verb, click.Key, click.Answer));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
