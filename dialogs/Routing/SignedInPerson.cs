using CredBot.Graph;

namespace CredBot.Dialogs.Routing;

/// <summary>Who signed in, as the directory knows them, and their token that is good for this turn.</summary>
internal sealed record SignedInPerson(GraphToken Token, DirectoryUser Me);
