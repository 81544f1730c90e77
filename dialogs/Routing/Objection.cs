namespace CredBot.Dialogs.Routing;

/// <summary>«This wasn't me»: what the safeguards are told, and with <see cref="Lifted"/> what an operator takes back.</summary>
/// <param name="Subject">Object id of the person affected.</param>
/// <param name="Operation">The request that is objected to.</param>
/// <param name="Actor">Object id of who objects: the person, or whoever was told with them.</param>
internal sealed record Objection(string Subject, string Operation, string Actor)
{
    /// <summary>Signals to the safeguards.</summary>
    public const string Objected = "objected", Lifted = "lifted";
}
