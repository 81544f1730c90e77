using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CredBot.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredBot.Tests.Graph;

/// <summary>The real client, registered as the host does it, over a network of ours; remembers every request.</summary>
internal sealed class GraphNetwork : HttpMessageHandler
{
    public const string BaseUrl = "http://127.0.0.1:3978/demo/graph/v1.0";
    public const string TokenValue = "eyJ-token-of-mina";
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;

    public GraphNetwork(Func<HttpRequestMessage, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public GraphNetwork(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        this.answer = answer;
        Client = Build(
            new() { ["Graph:BaseUrl"] = BaseUrl }, services =>
            {
                services.AddSingleton<TimeProvider>(Time);
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Notebook(Log)));
                services.AddHttpClient(GraphClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => this);
            }).GetRequiredService<GraphClient>();
    }

    public WatchedTime Time { get; } = new();

    public GraphClient Client { get; }

    public ConcurrentQueue<Seen> Requests { get; } = new();

    public ConcurrentQueue<string> Log { get; } = new();

    public static GraphToken Token => new(TokenValue);

    public static ServiceProvider Build(Dictionary<string, string?> settings, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging();
        services.AddGraph();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static HttpResponseMessage Json(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Error(int status, string code) => Json(
        status, $$"""{"error":{"code":"{{code}}","message":"Text about mina@hanbit.example","innerError":{"request-id":"inner-id","date":"2026-11-24T09:00:00"} } }""");

    public static HttpResponseMessage Html(int status) =>
        new((HttpStatusCode)status) { Content = new StringContent("<html>Bad gateway</html>", Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Accepted(string location)
    {
        var response = Json(202, "{}");
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(new Seen(
            request.Method.Method, request.RequestUri!.AbsoluteUri, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase)));
        var response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    internal sealed record Seen(string Method, string Url, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public string Path => Uri.UnescapeDataString(new Uri(Url).AbsolutePath["/demo/graph/v1.0".Length..]);

        public string Query => Uri.UnescapeDataString(new Uri(Url).Query);
    }

    private sealed class Notebook(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
