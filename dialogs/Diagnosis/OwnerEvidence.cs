using CredBot.Bot.Cards;
using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>Says in one line who owns an application; every diagnosis of applications shows it alike.</summary>
internal static class OwnerEvidence
{
    /// <summary>Owners named of one application; whoever asks needs one of them only.</summary>
    private const int Most = 5;

    private static readonly Sentence Owners = new("소유자", "Owners");

    public static Evidence Of(IReadOnlyList<DirectoryOwner>? owners) => new(Owners, Names(owners));

    /// <summary>Their names, one after the other.</summary>
    /// <param name="owners">Null where they could not be read.</param>
    public static Sentence Names(IReadOnlyList<DirectoryOwner>? owners) => owners switch
    {
        null => new("읽을 수 없음", "could not be read"),
        [] => new("없음", "none"),
        _ => Named(owners),
    };

    private static Sentence Named(IReadOnlyList<DirectoryOwner> owners)
    {
        var names = string.Join(", ", owners.Take(Most).Select(static owner => CardText.Plain(owner.DisplayName ?? owner.Id, 40)));
        return new(names, names);
    }
}
