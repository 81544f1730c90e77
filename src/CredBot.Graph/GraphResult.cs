namespace CredBot.Graph;

/// <summary>How a call to Graph ended: with a value, or with an error that says what it means.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract record GraphResult<T>
{
    private GraphResult() { }

    public sealed record Ok(T Value) : GraphResult<T>;

    public sealed record Failed(GraphError Error) : GraphResult<T>;

    /// <summary>The same end with another value.</summary>
    public GraphResult<TOther> Map<TOther>(Func<T, TOther> map) => this switch
    {
        Ok ok => new GraphResult<TOther>.Ok(map(ok.Value)),
        Failed failed => new GraphResult<TOther>.Failed(failed.Error),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The value, or the default where the call failed: for facts that may be missing.</summary>
    public T? OrNothing() => this is Ok ok ? ok.Value : default;
}
