namespace CredBot.Dialogs.Routing;

/// <summary>Somebody posed as a colleague of the help desk: what the safeguards are told, so that whoever is on call hears of it.</summary>
/// <param name="Person">Object id of who was called.</param>
/// <param name="Agent">Object id of whom the caller claimed to be.</param>
/// <param name="Operation">The check in which it showed.</param>
/// <param name="Actor">Object id of who says so.</param>
internal sealed record Impostor(string Person, string Agent, string Operation, string Actor)
{
    /// <summary>Signal to the safeguards.</summary>
    public const string Reported = "impostor";
}
