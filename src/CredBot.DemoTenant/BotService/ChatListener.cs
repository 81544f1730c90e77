using System.Threading.Channels;

namespace CredBot.DemoTenant.BotService;

/// <summary>One client that has a chat open.</summary>
internal sealed class ChatListener(string viewer, Action<ChatListener> forget) : IDisposable
{
    private readonly Channel<ChatEntry?> unread = Channel.CreateUnbounded<ChatEntry?>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Person id.</summary>
    public string Viewer => viewer;

    /// <summary>Entries in order; null is a sign of life.</summary>
    public ChannelReader<ChatEntry?> Unread => unread.Reader;

    public void Tell(ChatEntry? entry) => unread.Writer.TryWrite(entry);

    public void Dispose()
    {
        forget(this);
        unread.Writer.TryComplete();
    }
}
