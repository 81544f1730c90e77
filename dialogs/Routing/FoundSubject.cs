using CredBot.Graph;

namespace CredBot.Dialogs.Routing;

/// <summary>The person meant, read in this turn, and who asks for them.</summary>
internal sealed record FoundSubject(DirectoryUser User, SignedInPerson Asker)
{
    /// <summary>The asker's token, good for this turn.</summary>
    public GraphToken Token => Asker.Token;
}
