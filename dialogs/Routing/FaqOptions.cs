namespace CredBot.Dialogs.Routing;

/// <summary>Which question of the FAQ is answered.</summary>
internal sealed record FaqOptions
{
    public string Id { get; init; } = "";

    /// <summary>What was asked cannot be done from chat; the answer says how it is done instead.</summary>
    public bool Instead { get; init; }
}
