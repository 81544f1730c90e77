namespace CredBot.DemoTenant.Graph;

/// <summary>A query that Graph would answer with 400.</summary>
internal sealed class QueryFault(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public static QueryFault Syntax(string message) => new("BadRequest", message);

    public static QueryFault Unsupported(string message) => new("Request_UnsupportedQuery", message);
}
