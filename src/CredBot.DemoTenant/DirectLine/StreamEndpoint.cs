using System.Net.WebSockets;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>The stream of a conversation: what is new goes out as soon as it is there.</summary>
/// <remarks>Source: bot-docs «Receive activities from the bot», WebSocket stream; empty frames keep it alive both ways.</remarks>
internal sealed class StreamEndpoint(DirectLineTokens tokens, Seats seats, SeatView view, IHostApplicationLifetime host, TimeProvider time)
{
    private static readonly TimeSpan BetweenSignsOfLife = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations/{id}/stream", static (HttpContext context, string id, string? watermark, string? t, StreamEndpoint it) =>
            it.StreamAsync(context, id, watermark, t));

    private async Task<IResult> StreamAsync(HttpContext context, string id, string? watermark, string? ticket)
    {
        if (!context.WebSockets.IsWebSocketRequest || DirectLineEndpoints.Watermark(watermark) is not { } after)
        {
            return DirectLineError.BadArgument("This is a WebSocket, with a watermark of ours.");
        }

        if (!tokens.MayStream(id, ticket) || seats.Find(id) is not { } seat)
        {
            return DirectLineError.Foreign();
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping, seat.TakeStream());
        using var listener = seat.Chat.History.Listen(after, seat.Person.Id);
        await using var signs = time.CreateTimer(_ => listener.Tell(null), null, BetweenSignsOfLife, BetweenSignsOfLife);
        var hearing = HearAsync(socket, ending);
        try
        {
            await TellAsync(socket, seat, listener, ending.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client left, a newer stream came, or the demo stops: each is the end of this stream and nothing more.
        }

        await CloseAsync(socket);
        await hearing;
        return Results.Empty;
    }

    private async Task TellAsync(WebSocket socket, Seat seat, ChatListener listener, CancellationToken cancellationToken)
    {
        while (await listener.Unread.WaitToReadAsync(cancellationToken))
        {
            List<ChatEntry> entries = [];
            while (listener.Unread.TryRead(out var entry))
            {
                if (entry is not null)
                {
                    entries.Add(entry);
                }
            }

            var last = entries.Count is 0 ? 0 : entries.Max(static entry => entry.Sequence);
            var frame = entries.Count is 0 ? [] : JsonAnswer.Write(view.Set(seat, entries, last is 0 ? null : last));
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
    }

    /// <summary>A client says nothing here but that it lives; its end ends the stream.</summary>
    private static async Task HearAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, ending.Token)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // As above.
        }

        await ending.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            }
        }
        catch (WebSocketException)
        {
            // Closed from the other side meanwhile.
        }
    }
}
