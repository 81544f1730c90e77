using CredBot.Knowledge;

namespace CredBot.Dialogs.Routing;

/// <summary>Which dialog answers which intent.</summary>
internal sealed class IntentRoutes
{
    private readonly Dictionary<string, IntentRoute> routes;

    /// <exception cref="ArgumentException">Two dialogs claim the same intent.</exception>
    public IntentRoutes(IEnumerable<IntentRoute> routes) => this.routes = routes.ToDictionary(static route => route.Intent);

    /// <summary>One for each kind of person, to begin with.</summary>
    public IEnumerable<IntentRoute> Samples => [routes[Intents.ResetMyPassword], routes[Intents.HelpdeskReset], routes[Intents.CheckPermissions], routes[AgentQuestion.Intent]];

    /// <returns>Null where no dialog answers it.</returns>
    public IntentRoute? Find(string intent) => routes.GetValueOrDefault(intent);
}
