namespace CredBot.Graph;

/// <summary>A Temporary Access Pass that Graph has just made. Its code is told this once; the pass does not print itself.</summary>
/// <param name="id">Of the method, for taking it back.</param>
/// <param name="code">In clear.</param>
/// <param name="endsAt">When it stops working.</param>
/// <remarks>Source: Graph v1.0 <c>temporaryAccessPassAuthenticationMethod</c>: the code is null on every later read.</remarks>
public sealed class IssuedPass(string id, string code, DateTimeOffset endsAt)
{
    public string Id { get; } = id;

    public string Code { get; } = code;

    public DateTimeOffset EndsAt { get; } = endsAt;

    public override string ToString() => "•••";
}
