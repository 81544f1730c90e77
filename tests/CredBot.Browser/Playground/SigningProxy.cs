using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Browser.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.Browser.Playground;

/// <summary>Stands between the Playground and the bot: signs what the one posts, which it cannot, with a key of its own, and passes on what the other sends.</summary>
/// <remarks>Source: bot-docs «Authentication with the Bot Connector API»: issuer, audience, serviceurl claim, endorsed keys.</remarks>
internal sealed class SigningProxy : IAsyncDisposable
{
    private const string AppId = "11111111-1111-4111-8111-111111111111";
    private const string Issuer = "https://api.botframework.com";
    private static readonly string[] Endorsements = ["msteams"];

    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
    private readonly Uri playground;
    private readonly Uri bot;

    private SigningProxy(Uri playground, Uri bot)
    {
        (this.playground, this.bot) = (playground, bot);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.GetLeftPart(UriPartial.Authority));
        app = builder.Build();
        app.MapGet("/openid", Metadata);
        app.MapGet("/keys", Keys);
        app.MapMethods("/api/messages", ["HEAD"], static () => Results.Ok());
        app.MapPost("/api/messages", ToBotAsync);
        app.Map("/connector/{**path}", ToPlaygroundAsync);
    }

    /// <summary>With a trailing slash.</summary>
    public Uri Address { get; } = Free.Address();

    /// <summary>The connector, as activities and tokens name it.</summary>
    public string ServiceUrl => $"{Address}connector";

    /// <summary>Calls of the bot's to the connector, each before the bot has its answer.</summary>
    public ConcurrentQueue<ConnectorCall> Calls { get; } = [];

    /// <summary>Everything the Playground posted, as it was posted.</summary>
    public ConcurrentQueue<string> Posted { get; } = [];

    /// <summary>Everything the bot sent, as it was sent.</summary>
    public ConcurrentQueue<string> Sent { get; } = [];

    /// <summary>Whether the next cards are shown as a client would that knows no Universal Actions: each button's fallback in its place.</summary>
    public bool KnowsNoExecute { get; set; }

    /// <summary>The only type of conversation that has the app, so that nothing of the others is brought to the bot; null where all have it.</summary>
    public string? Installed { get; set; }

    /// <summary>Everything that went through, for the message of a failure.</summary>
    public string Tell() => $"The Playground posted:\n{string.Join('\n', Posted)}\nThe bot sent:\n{string.Join('\n', Sent)}\nwith:\n{string.Join('\n', Calls)}";

    /// <summary>The id that the Playground gave the bot's newest message with these words.</summary>
    public string IdOf(string words)
    {
        using var answer = JsonDocument.Parse(Calls.Last(call => call.Method is "POST" && call.Body.Contains(words, StringComparison.Ordinal)).Answer);
        return answer.RootElement.GetProperty("id").GetString()!;
    }

    public static async Task<SigningProxy> StartAsync(Uri playground, Uri bot)
    {
        var proxy = new SigningProxy(playground, bot);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
        key.Rsa.Dispose();
    }

    private IResult Metadata() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["jwks_uri"] = $"{Address}keys",
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var open = key.Rsa.ExportParameters(includePrivateParameters: false);
        var published = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(open.Modulus),
            ["e"] = Base64UrlEncoder.Encode(open.Exponent),
            ["endorsements"] = Endorsements,
        };
        return Results.Json(new Dictionary<string, object> { ["keys"] = new[] { published } });
    }

    private async Task ToBotAsync(HttpContext context)
    {
        var body = await ReadAsync(context.Request);
        Posted.Enqueue(Encoding.UTF8.GetString(body));
        using var activity = JsonDocument.Parse(body);
        if (Installed is { } type && activity.RootElement.GetProperty("conversation").GetProperty("conversationType").GetString() != type)
        {
            return;
        }

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "api/messages")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(activity.RootElement.GetProperty("serviceUrl").GetString()!));
        await PassAsync(context, request);
    }

    private async Task ToPlaygroundAsync(HttpContext context, string path)
    {
        var body = await ReadAsync(context.Request);
        var method = new HttpMethod(context.Request.Method);
        var request = new HttpRequestMessage(method, new Uri(playground, $"_connector/{path}{context.Request.QueryString}"));
        if (body.Length > 0)
        {
            Sent.Enqueue(Encoding.UTF8.GetString(body));
            request.Content = new ByteArrayContent(KnowsNoExecute ? WithoutExecute(body) : body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        await PassAsync(context, request, (status, answer) => Calls.Enqueue(new ConnectorCall(
            method.Method, $"{path}{context.Request.QueryString}", Encoding.UTF8.GetString(body), status, Encoding.UTF8.GetString(answer))));
    }

    /// <param name="context">Who asks.</param>
    /// <param name="request">What goes on; disposed of.</param>
    /// <param name="keep">Is told the answer before whoever asked is.</param>
    private async Task PassAsync(HttpContext context, HttpRequestMessage request, Action<int, byte[]>? keep = null)
    {
        using (request)
        using (var answer = await http.SendAsync(request))
        {
            var body = await answer.Content.ReadAsByteArrayAsync();
            keep?.Invoke((int)answer.StatusCode, body);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await context.Response.Body.WriteAsync(body);
        }
    }

    private string Token(string serviceUrl) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = AppId,
        Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
    });

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] WithoutExecute(byte[] body)
    {
        var activity = JsonNode.Parse(body)!;
        Replace(activity);
        return JsonSerializer.SerializeToUtf8Bytes(activity);

        static void Replace(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                for (var index = 0; index < list.Count; index++)
                {
                    if (list[index] is JsonObject action && action["type"]?.ToString() is "Action.Execute")
                    {
                        list[index] = action["fallback"]!.DeepClone();
                    }

                    Replace(list[index]);
                }
            }
            else if (node is JsonObject item)
            {
                foreach (var (_, member) in item.ToList())
                {
                    Replace(member);
                }
            }
        }
    }
}
