using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Faq;

/// <summary>Draws an answer: the way first, the next step as a button, sources folded below.</summary>
internal static class FaqCards
{
    private const string Sources = "sources";

    public static Activity Answer(FaqEntry entry, bool instead, string language, string key)
    {
        var card = new AdaptiveCard
        {
            Lang = entry.Language,
            Body =
            [
                .. instead ? [new TextBlock(FaqText.NotInChat.In(language)) { IsSubtle = true }] : Array.Empty<CardElement>(),
                TextBlock.Heading(entry.Title),
                new TextBlock(entry.Answer),
                new ActionSet([.. Buttons(entry, language, key)]),
                new Container([.. Origin(entry, language)]) { Id = Sources, IsVisible = false },
            ],
        };
        return card.ToMessage(entry.Title);
    }

    private static IEnumerable<CardButton> Buttons(FaqEntry entry, string language, string key)
    {
        if (FaqText.NextStep(entry.Id) is { } next)
        {
            yield return ExecuteAction.For(next.Title.In(language), VerbRoute.Ask, key, (CardData.Answer, next.Intent)) with { Style = "positive" };
        }

        foreach (var link in entry.Links.Take(3))
        {
            yield return new OpenUrlAction(link.Title, link.Url);
        }

        yield return new ToggleVisibilityAction(FaqText.Sources.In(language), [Sources]);
    }

    private static IEnumerable<CardElement> Origin(FaqEntry entry, string language) =>
    [
        new TextBlock(FaqText.Reviewed(entry.Reviewed).In(language)) { IsSubtle = true, Size = "Small" },
        .. entry.Sources.Select(source => new TextBlock($"[{source}]({source})") { Size = "Small" }),
    ];
}
