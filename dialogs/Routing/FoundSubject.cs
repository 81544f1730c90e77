using CredBot.Graph;

namespace CredBot.Dialogs.Routing;

/// <summary>The person meant, and the asker's token that is good for this turn.</summary>
internal sealed record FoundSubject(DirectoryUser User, GraphToken Token);
