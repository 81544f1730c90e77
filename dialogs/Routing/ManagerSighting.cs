using CredBot.Bot.Builder;

namespace CredBot.Dialogs.Routing;

/// <summary>Whom the directory named as somebody's manager when it was looked at: remembered, because who vouches must not have been put there yesterday.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Subject">Object id of the person.</param>
/// <param name="Manager">Object id of the manager.</param>
internal sealed record ManagerSighting(string Tenant, string Subject, string Manager)
{
    /// <summary>Name of the flow that remembers.</summary>
    public const string FlowName = "managerBook";

    /// <summary>Signal, with the manager's object id.</summary>
    public const string Seen = "managerSeen";

    /// <summary>What is remembered of a person is one document.</summary>
    public static string OperationId(string tenant, string subject) => $"manager-{tenant}-{subject}";

    /// <summary>Remembers it.</summary>
    /// <param name="key">Names the look; the same look counts once.</param>
    /// <param name="actor">Object id of under whose rights it was looked.</param>
    public IEnumerable<Effect> Owed(string key, string actor)
    {
        var book = OperationId(Tenant, Subject);
        yield return new Effect.Start(book, FlowName, DialogsJson.Wire.Write(this));
        yield return new Effect.Signal(book, $"{key}:{Seen}", Seen, actor) { Value = Manager };
    }
}
