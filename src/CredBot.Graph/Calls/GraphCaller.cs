using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace CredBot.Graph.Calls;

/// <summary>Sends requests through the one SDK client: reads within a budget and with few retries, writes exactly once.</summary>
internal sealed partial class GraphCaller(GraphServiceClient graph, TimeProvider time, ILogger logger)
{
    private const int Tries = 3;
    private const int MostPages = 10;

    private readonly Pace reports = new(time, 5, TimeSpan.FromSeconds(10));
    private readonly Pace risks = new(time, 1, TimeSpan.FromSeconds(1));

    /// <summary>Sends one request whose options hold the call.</summary>
    public delegate Task<TAnswer?> Send<TAnswer>(GraphServiceClient graph, GraphCall call, CancellationToken cancellationToken);

    public async Task<GraphResult<TAnswer>> ReadAsync<TAnswer>(
        GraphToken token, ReadBudget budget, Send<TAnswer> send, CancellationToken cancellationToken, [CallerMemberName] string operation = "")
        where TAnswer : class =>
        await ReadAsync(token, budget, send, Tries, operation, cancellationToken);

    /// <summary>Reads from the reporting services, which take five requests in ten seconds from all people together: what they refuse is not asked for again.</summary>
    /// <remarks>Source: Graph «Throttling limits», identity and access reports.</remarks>
    public Task<GraphResult<TAnswer>> ReadReportAsync<TAnswer>(
        GraphToken token, ReadBudget budget, Send<TAnswer> send, CancellationToken cancellationToken, [CallerMemberName] string operation = "")
        where TAnswer : class =>
        PacedAsync(reports, token, budget, send, operation, cancellationToken);

    /// <summary>Reads from Identity Protection, which takes one request a second from all apps together and does not say how long to wait.</summary>
    /// <remarks>Source: Graph «Throttling limits», Identity Protection and conditional access.</remarks>
    public Task<GraphResult<TAnswer>> ReadRiskAsync<TAnswer>(
        GraphToken token, ReadBudget budget, Send<TAnswer> send, CancellationToken cancellationToken, [CallerMemberName] string operation = "")
        where TAnswer : class =>
        PacedAsync(risks, token, budget, send, operation, cancellationToken);

    private async Task<GraphResult<TAnswer>> PacedAsync<TAnswer>(
        Pace pace, GraphToken token, ReadBudget budget, Send<TAnswer> send, string operation, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (pace.Take() is not { } wait)
        {
            return await ReadAsync(token, budget, send, 1, operation, cancellationToken);
        }

        // The service would refuse it, and count the refusal against everybody.
        Log.HeldBack(logger, operation, wait);
        return new GraphResult<TAnswer>.Failed(new GraphError { Kind = GraphErrorKind.Throttled, Status = 429, RetryAfter = wait, ProvesNothingHappened = true });
    }

    private async Task<GraphResult<TAnswer>> ReadAsync<TAnswer>(
        GraphToken token, ReadBudget budget, Send<TAnswer> send, int tries, string operation, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (!budget.Take(isRetry: false))
        {
            Log.NotRead(logger, operation);
            return new GraphResult<TAnswer>.Failed(new GraphError { Kind = GraphErrorKind.NoAnswer });
        }

        for (var attempt = 1; ; attempt++)
        {
            var (call, answer, failure) = await OnceAsync(token, budget.Left, send, cancellationToken);
            if (failure is null && call.IsSuccess && answer is not null)
            {
                return new GraphResult<TAnswer>.Ok(answer);
            }

            var error = GraphErrors.From(call, failure);
            var wait = error.RetryAfter ?? TimeSpan.FromMilliseconds(300 * attempt * attempt);
            if (attempt == tries || !MayPass(error) || wait >= budget.Left || !budget.Take(isRetry: true))
            {
                Log.ReadFailed(logger, operation, error.Kind, error.Status, error.Code, error.RequestId);
                return new GraphResult<TAnswer>.Failed(error);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>All pages of a collection.</summary>
    /// <param name="token">Whose.</param>
    /// <param name="budget">For all pages together.</param>
    /// <param name="first">Asks for the first page.</param>
    /// <param name="next">Asks for the page at an address that Graph gave.</param>
    /// <param name="items">A page's items.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="operation">For the log.</param>
    /// <returns>Failed where a page failed or where there are absurdly many: half a list of roles is not a list of roles.</returns>
    public async Task<GraphResult<IReadOnlyList<TItem>>> ReadAllAsync<TPage, TItem>(
        GraphToken token, ReadBudget budget, Send<TPage> first, Func<string, Send<TPage>> next, Func<TPage, IEnumerable<TItem>?> items,
        CancellationToken cancellationToken, [CallerMemberName] string operation = "")
        where TPage : BaseCollectionPaginationCountResponse
    {
        List<TItem> all = [];
        var send = first;
        for (var page = 1; page <= MostPages; page++)
        {
            switch (await ReadAsync(token, budget, send, cancellationToken, operation))
            {
                case GraphResult<TPage>.Ok { Value: var answer }:
                    all.AddRange(items(answer) ?? []);
                    if (answer.OdataNextLink is not { Length: > 0 } link)
                    {
                        return new GraphResult<IReadOnlyList<TItem>>.Ok(all);
                    }

                    send = next(link);
                    break;
                case GraphResult<TPage>.Failed { Error: var error }:
                    return new GraphResult<IReadOnlyList<TItem>>.Failed(error);
            }
        }

        return new GraphResult<IReadOnlyList<TItem>>.Failed(new GraphError { Kind = GraphErrorKind.Unexpected, Status = 200 });
    }

    /// <summary>Sends once, whatever comes back. What the answer means is the caller's to say: the head alone may tell.</summary>
    public async Task<(GraphCall Call, TAnswer? Answer, Exception? Failure)> WriteAsync<TAnswer>(
        GraphToken token, Send<TAnswer> send, CancellationToken cancellationToken)
        where TAnswer : class => await OnceAsync(token, GraphClient.WriteTimeout, send, cancellationToken);

    public GraphResult<T> Refused<T>(GraphCall call, Exception? failure, [CallerMemberName] string operation = "")
    {
        var error = GraphErrors.From(call, failure);
        Log.WriteFailed(logger, operation, error.Kind, error.Status, error.Code, error.RequestId, error.ProvesNothingHappened);
        return new GraphResult<T>.Failed(error);
    }

    private async Task<(GraphCall Call, TAnswer? Answer, Exception? Failure)> OnceAsync<TAnswer>(
        GraphToken token, TimeSpan within, Send<TAnswer> send, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var call = new GraphCall(token);
        using var late = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return (call, await send(graph, call, either.Token), null);
        }
        catch (Exception failure) when (GraphErrors.IsKnown(failure) && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return (call, null, failure);
        }
    }

    private static bool MayPass(GraphError error) =>
        error.Kind is GraphErrorKind.Throttled or GraphErrorKind.NoAnswer || error.Status is 502 or 503 or 504;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Operation}: Graph said {Kind}, status {Status}, code {Code}, request {RequestId}.")]
        public static partial void ReadFailed(ILogger logger, string operation, GraphErrorKind kind, int status, string? code, string? requestId);

        [LoggerMessage(4, LogLevel.Information, "{Operation}: held back for {Wait}, or the service would throttle everybody.")]
        public static partial void HeldBack(ILogger logger, string operation, TimeSpan wait);

        [LoggerMessage(3, LogLevel.Warning, "{Operation}: not read, the turn has spent its requests.")]
        public static partial void NotRead(ILogger logger, string operation);

        [LoggerMessage(2, LogLevel.Warning,
            "{Operation}: the write ended with {Kind}, status {Status}, code {Code}, request {RequestId}; nothing happened: {ProvesNothingHappened}.")]
        public static partial void WriteFailed(
            ILogger logger, string operation, GraphErrorKind kind, int status, string? code, string? requestId, bool provesNothingHappened);
    }
}
