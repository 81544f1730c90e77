using CredBot.Graph;

namespace CredBot.Dialogs.Routing;

/// <summary>The application meant, read in this turn, and who asks for it.</summary>
/// <param name="Words">As it was said, or its name.</param>
/// <param name="App">Null where nobody registered it here, or the asker may not see it.</param>
/// <param name="Error">Why it could not be looked for; null where it was.</param>
/// <param name="Asker">Who asks.</param>
internal sealed record FoundApplication(string Words, DirectoryApplication? App, GraphError? Error, SignedInPerson Asker)
{
    /// <summary>The client id, where one is known: a foreign application can be named by nothing else.</summary>
    public string? AppId => App?.AppId ?? (Guid.TryParse(Words, out _) ? Words : null);
}
