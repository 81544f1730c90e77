using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.PasswordWatch;

/// <summary>Draws how a watch ended.</summary>
internal static class PasswordWatchCards
{
    public static Activity Changed(PasswordWatchRequest request, DateTimeOffset at) =>
        Draw(request, PasswordWatchText.Changed, "good", [PasswordWatchText.ChangedAt(at), PasswordWatchText.NotYou]);

    public static Activity SignedOut(PasswordWatchRequest request) => Draw(request, PasswordWatchText.SignedOut, "accent", [PasswordWatchText.LookAgain]);

    private static Activity Draw(PasswordWatchRequest request, Sentence headline, string style, IReadOnlyList<Sentence> words)
    {
        var language = request.Language;
        var card = new AdaptiveCard
        {
            Lang = language,
            Body = [Container.Headline(headline.In(language), style), .. words.Select(sentence => new TextBlock(sentence.In(language)))],
        };
        return card.ToMessage(headline.In(language));
    }
}
