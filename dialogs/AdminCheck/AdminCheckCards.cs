using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>Draws the verdict of a check.</summary>
internal static class AdminCheckCards
{
    public static Activity Verdict(DirectoryUser subject, ResetDecision decision, ResetFacts facts, string language, string key)
    {
        var (headline, style) = decision switch
        {
            ResetDecision.Allowed => (AdminCheckText.Yes(Person.Name(subject)), "good"),
            ResetDecision.Refused => (AdminCheckText.No(Person.Name(subject)), "attention"),
            _ => (AdminCheckText.Unknown(Person.Name(subject)), "warning"),
        };
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                Container.Headline(headline.In(language), style),
                .. Reasons(decision, facts, language).Select(static reason => new TextBlock(reason)),
                new FactSet(Facts(subject, facts, language)) { Separator = true },
                new TextBlock(PermissionText.Predicted.In(language)) { IsSubtle = true, Size = "Small" },
                .. Next(subject, decision, language, key),
            ],
        };
        return card.ToMessage(headline.In(language));
    }

    private static IEnumerable<string> Reasons(ResetDecision decision, ResetFacts facts, string language) => decision switch
    {
        ResetDecision.Allowed allowed => [PermissionText.Because(allowed).In(language), .. PermissionText.Notes(allowed).Select(note => note.In(language))],
        ResetDecision.Refused refused => new[] { PermissionText.Reason(refused), PermissionText.WhoCould(refused) }
            .OfType<Sentence>().Select(sentence => sentence.In(language)),
        ResetDecision.CannotTell unknown => [PermissionText.CannotTell(unknown, facts).In(language)],
        _ => [],
    };

    private static IReadOnlyList<Fact> Facts(DirectoryUser subject, ResetFacts facts, string language) =>
    [
        new(AdminCheckText.Account.In(language), Person.Address(subject)),
        new(AdminCheckText.TheirRoles.In(language), Roles(facts.SubjectRoles, language)),
        new(AdminCheckText.MyRoles.In(language), Roles(facts.CallerRoles, language)),
    ];

    private static string Roles(IReadOnlyList<RoleAssignment>? roles, string language) => roles switch
    {
        null => AdminCheckText.Unreadable.In(language),
        [] => AdminCheckText.NoRoles.In(language),
        _ => string.Join(", ", roles.Select(role => PermissionText.Role(role.RoleId, language)).Distinct()),
    };

    private static IEnumerable<CardElement> Next(DirectoryUser subject, ResetDecision decision, string language, string key) =>
        decision is ResetDecision.Allowed
            ? [new ActionSet([ExecuteAction.For(AdminCheckText.ResetNow.In(language), VerbRoute.Reset, key, (VerbRoute.Subject, subject.Id))])]
            : [];
}
