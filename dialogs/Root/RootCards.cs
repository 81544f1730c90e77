using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Root;

/// <summary>Draws the welcome, the help and the choice between near questions.</summary>
internal static class RootCards
{
    public static Activity Help(IEnumerable<IntentRoute> samples, string language, string key)
    {
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                TextBlock.Heading(RootText.Hello.In(language)),
                new TextBlock(RootText.WhatIDo.In(language)),
                new TextBlock(RootText.Never.In(language)) { Weight = "Bolder" },
                new TextBlock(RootText.TryOne.In(language)),
                Buttons(samples, language, key),
                new TextBlock(RootText.Anytime.In(language)) { IsSubtle = true, Size = "Small" },
            ],
        };
        return card.ToMessage(RootText.Hello.In(language));
    }

    /// <summary>The help without its buttons: in a dialog of the client's they could not start anything.</summary>
    public static Attachment Manual(string language)
    {
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                new TextBlock(RootText.WhatIDo.In(language)),
                new TextBlock(RootText.Never.In(language)) { Weight = "Bolder" },
                new TextBlock(RootText.Anytime.In(language)) { IsSubtle = true, Size = "Small" },
            ],
        };
        return new Attachment { ContentType = AdaptiveCard.ContentType, Content = card.ToJson() };
    }

    /// <summary>Nothing fits well: the nearest, to choose from.</summary>
    public static Activity Nearest(IEnumerable<IntentRoute> nearest, string language, string key)
    {
        var card = new AdaptiveCard
        {
            Lang = language,
            Body = [new TextBlock(RootText.DidYouMean.In(language)), Buttons(nearest, language, key)],
        };
        return card.ToMessage(RootText.DidYouMean.In(language));
    }

    /// <summary>What the choice becomes once it is made.</summary>
    public static Activity Chosen(IntentRoute route, string language)
    {
        var title = route.Title.In(language);
        return new AdaptiveCard { Lang = language, Body = [new TextBlock($"✓ {title}") { Weight = "Bolder" }] }.ToMessage(title);
    }

    private static ActionSet Buttons(IEnumerable<IntentRoute> routes, string language, string key) =>
        new([.. routes.Select(route => ExecuteAction.For(route.Title.In(language), VerbRoute.Ask, key, (CardData.Answer, route.Intent)))]);
}
