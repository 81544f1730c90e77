using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CredBot.Tests.World.Cards;

/// <summary>Looks at every card that the bot sends or answers with, and keeps a good one of each shape in the folder <c>cards</c> beside the tests.</summary>
public sealed class CardWatch
{
    private static readonly DirectoryInfo Folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "cards"));
    private static readonly ConcurrentDictionary<string, Lazy<string?>> Shapes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> problems = [];
    private int seen;

    /// <summary>How many cards came by.</summary>
    public int Seen => seen;

    /// <summary>Fails the test that produced a bad card.</summary>
    public void AssertGood() => Assert.True(problems.IsEmpty, string.Join("\n\n", problems));

    /// <summary>Looks at what is posted to the channel.</summary>
    public async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/demo/botservice/v3/conversations"))
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
            Look(await reader.ReadToEndAsync());
            context.Request.Body.Position = 0;
        }

        await next(context);
    }

    /// <summary>Looks at the bot's answers to what is posted to it.</summary>
    /// <param name="inner">Sends; null for a handler that somebody else gives an inner one.</param>
    public DelegatingHandler Answers(HttpMessageHandler? inner = null)
    {
        var handler = new AnswerHandler(this);
        if (inner is not null)
        {
            handler.InnerHandler = inner;
        }

        return handler;
    }

    private void Look(string json)
    {
        // Cheap, and right: whatever is no JSON holds no card.
        if (json.Contains("\"AdaptiveCard\"", StringComparison.Ordinal))
        {
            Look(JsonNode.Parse(json));
        }
    }

    private void Look(JsonNode? node)
    {
        if (node is JsonObject item)
        {
            if (item["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name is "AdaptiveCard")
            {
                Check(item);
                return;
            }

            foreach (var (_, member) in item)
            {
                Look(member);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var member in list)
            {
                Look(member);
            }
        }
    }

    private void Check(JsonObject card)
    {
        Interlocked.Increment(ref seen);
        var json = card.ToJsonString();
        if (Shapes.GetOrAdd(Shape(card).ToJsonString(), shape => new Lazy<string?>(() => Keep(shape, json))).Value is { } problem)
        {
            problems.Enqueue($"A card is not what Teams takes:\n{problem}\n{json}");
        }
    }

    private static string? Keep(string shape, string json)
    {
        if (CardSchema.Problem(json) is { } problem)
        {
            return problem;
        }

        // Whoever reads the folder meanwhile never finds half a file.
        var path = Path.Combine(Folder.FullName, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape)))[..16]}.json");
        var draft = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(draft, json);
        File.Move(draft, path, overwrite: true);
        return null;
    }

    /// <summary>The card without what only differs from day to day.</summary>
    private static JsonNode Shape(JsonObject card)
    {
        var shape = card.DeepClone();
        Blank(shape);
        return shape;

        static void Blank(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray list:
                    foreach (var member in list)
                    {
                        Blank(member);
                    }

                    break;
                case JsonObject item:
                    item.Remove("data");
                    foreach (var name in item.Where(static member => member.Key is "text" or "title" or "value" && member.Value is JsonValue).Select(static member => member.Key).ToList())
                    {
                        item[name] = "";
                    }

                    foreach (var (_, member) in item)
                    {
                        Blank(member);
                    }

                    break;
            }
        }
    }

    private sealed class AnswerHandler(CardWatch watch) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            watch.Look(await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }
}
