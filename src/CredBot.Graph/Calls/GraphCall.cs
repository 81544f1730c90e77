using Microsoft.Kiota.Abstractions;

namespace CredBot.Graph.Calls;

/// <summary>
/// One request: whose token it carries, and what the answer's head said. It rides on the request, so that one client serves everybody; the SDK itself
/// hides status and headers from some of its failures.
/// </summary>
internal sealed class GraphCall(GraphToken token) : IRequestOption
{
    public GraphToken Token { get; } = token;

    /// <value>0 until an answer begins.</value>
    public int Status { get; set; }

    public string? RequestId { get; set; }

    public TimeSpan? RetryAfter { get; set; }

    public Uri? Location { get; set; }

    public string? Claims { get; set; }

    public bool IsSuccess => Status is >= 200 and < 300;
}
