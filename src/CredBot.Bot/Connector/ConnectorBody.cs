using System.Net;
using System.Net.Http.Headers;

namespace CredBot.Bot.Connector;

/// <summary>A JSON body that knows whether any of it has left: a request whose body never began was not carried out.</summary>
internal sealed class ConnectorBody : ByteArrayContent
{
    public ConnectorBody(byte[] json) : base(json) => Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Begun = true;
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
