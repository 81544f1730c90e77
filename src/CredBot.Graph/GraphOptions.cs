namespace CredBot.Graph;

/// <summary>Where Graph is. Section <c>Graph</c>.</summary>
public sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>
    /// Graph's address with its version, e.g. <c>https://graph.microsoft.com/v1.0</c>; https, or http on loopback. Unset, it follows <c>Bot:Cloud</c>;
    /// with <c>Custom</c> it must be set. For DoD set <c>https://dod-graph.microsoft.us/v1.0</c>.
    /// </summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>What the OAuth connection asks for; unset, <c>.default</c> of <see cref="BaseUrl"/>'s host.</summary>
    public IList<string> Scopes { get; set; } = [];
}
