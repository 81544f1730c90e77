using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>Draws the way that fits: the verdict first, the next step as a button, the facts it rests on, the general answer folded below.</summary>
internal static class ResetPasswordCards
{
    private const string Folded = "general";

    public static Activity Way(OwnAccount account, OwnResetVerdict verdict, FaqEntry general, string language, DateTimeOffset now)
    {
        var headline = ResetPasswordText.Headline(verdict).In(language);
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                Container.Headline(headline, Style(verdict)),
                .. ResetPasswordText.Steps(verdict, account).Select(step => new TextBlock(step.In(language))),
                new ActionSet([.. Links(verdict, language), new ToggleVisibilityAction(ResetPasswordText.GeneralAnswer.In(language), [Folded])]),
                new FactSet([.. Facts(account, language, now)]) { Separator = true },
                new TextBlock(ResetPasswordText.ReadNow.In(language)) { IsSubtle = true, Size = "Small" },
                new Container([new TextBlock(general.Answer)]) { Id = Folded, IsVisible = false, Separator = true },
            ],
        };
        return card.ToMessage(headline);
    }

    /// <summary>The answer for somebody whose account could not be looked at.</summary>
    public static Activity General(FaqEntry entry, string language)
    {
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                TextBlock.Heading(entry.Title),
                new TextBlock(entry.Answer),
                new ActionSet([.. entry.Links.Take(3).Select(static link => new OpenUrlAction(link.Title, link.Url))]),
            ],
        };
        return card.ToMessage(entry.Title);
    }

    private static IEnumerable<CardButton> Links(OwnResetVerdict verdict, string language) => verdict switch
    {
        OwnResetVerdict.Ready or OwnResetVerdict.ReadySynced =>
            [new OpenUrlAction(ResetPasswordText.OpenReset.In(language), ResetPasswordText.ResetUrl(language)) { Style = "positive" }],
        OwnResetVerdict.NotRegistered =>
            [new OpenUrlAction(ResetPasswordText.OpenRegistration.In(language), ResetPasswordText.RegistrationUrl) { Style = "positive" }],
        OwnResetVerdict.CannotTell =>
        [
            new OpenUrlAction(ResetPasswordText.OpenReset.In(language), ResetPasswordText.ResetUrl(language)),
            new OpenUrlAction(ResetPasswordText.OpenMethods.In(language), ResetPasswordText.MethodsUrl),
        ],
        _ => [],
    };

    private static IEnumerable<Fact> Facts(OwnAccount account, string language, DateTimeOffset now)
    {
        yield return new(ResetPasswordText.Account.In(language), Person.Address(account.User));
        yield return new(ResetPasswordText.Kind.In(language), ResetPasswordText.KindOf(account.User).In(language));
        yield return new(ResetPasswordText.Methods.In(language), ResetPasswordText.MethodNames(account.Methods, language));
        if (account.User.LastPasswordChange is { } changed)
        {
            yield return new(ResetPasswordText.LastChange.In(language), When.Ago(changed, now).In(language));
        }
    }

    private static string Style(OwnResetVerdict verdict) => verdict switch
    {
        OwnResetVerdict.Ready or OwnResetVerdict.ReadySynced => "good",
        OwnResetVerdict.CannotTell => "warning",
        _ => "accent",
    };
}
