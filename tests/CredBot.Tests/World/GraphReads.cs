using System.Net;
using System.Text.RegularExpressions;

namespace CredBot.Tests.World;

/// <summary>Counts what the bot asks of Graph, and knows when nothing but what hangs is under way.</summary>
public sealed class GraphReads
{
    private static readonly string[] ReportPaths = ["/auditLogs/", "/reports/"];
    private readonly Lock gate = new();
    private readonly List<(HttpMethod Method, string Path)> all = [];
    private readonly List<string> underWay = [];
    private (string Path, TaskCompletionSource Alone)? awaited;

    /// <summary>Paths of all reads so far, the tenant's prefix left out.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (gate)
            {
                return [.. all.Where(static call => call.Method == HttpMethod.Get).Select(static call => call.Path)];
            }
        }
    }

    /// <summary>Reads of the reporting services among them, which Graph throttles to five in ten seconds.</summary>
    /// <remarks>Source: Graph «Throttling limits».</remarks>
    public int Reports => All.Count(static path => ReportPaths.Any(part => path.Contains(part, StringComparison.OrdinalIgnoreCase)));

    public void Forget()
    {
        lock (gate)
        {
            all.Clear();
        }
    }

    /// <summary>Waits until the only requests under way are those whose path, with its query or without, matches this pattern, as that of a fault does.</summary>
    public Task OnlyAsync(string path)
    {
        lock (gate)
        {
            awaited = (path, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            TellNeedsLock();
            return awaited.Value.Alone.Task;
        }
    }

    /// <summary>Stands before the real line.</summary>
    internal DelegatingHandler Recorder() => new Line(this);

    private void TellNeedsLock()
    {
        if (awaited is { } waits && underWay.Count > 0 && underWay.TrueForAll(path => Matches(path.Split('?')[0], waits.Path) || Matches(path, waits.Path)))
        {
            waits.Alone.TrySetResult();
        }
    }

    private static bool Matches(string path, string pattern) => Regex.IsMatch(path, pattern, RegexOptions.IgnoreCase);

    private sealed class Line(GraphReads book) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = WebUtility.UrlDecode(request.RequestUri!.PathAndQuery);
            lock (book.gate)
            {
                book.all.Add((request.Method, path));
                book.underWay.Add(path);
                book.TellNeedsLock();
            }

            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                lock (book.gate)
                {
                    book.underWay.Remove(path);
                    book.TellNeedsLock();
                }
            }
        }
    }
}
