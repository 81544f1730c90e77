using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace CredBot.Browser.World;

/// <summary>A server for pages of ours that load one official client and add nothing to it: another origin than the product's, as for any host of such a client.</summary>
/// <remarks>A real server, since Chromium keeps a page of unknown whereabouts away from loopback.</remarks>
public sealed class BarePages : IAsyncLifetime
{
    private readonly HttpListener listener = new();
    private readonly Uri address = Free.Address("localhost");
    private Task serving = Task.CompletedTask;

    public ValueTask InitializeAsync()
    {
        listener.Prefixes.Add(address.AbsoluteUri);
        listener.Start();
        serving = ServeAsync();
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens one.</summary>
    /// <param name="window">Where.</param>
    /// <param name="name">Its file.</param>
    /// <param name="server">Whom the client speaks to.</param>
    public async Task<IPage> OpenAsync(IBrowserContext window, string name, Uri server)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{address}{name}?server={server.GetLeftPart(UriPartial.Authority)}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                Serve(await listener.GetContextAsync());
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                // Stopped while it waited, or a browser left in the middle of an answer.
            }
        }
    }

    private static void Serve(HttpListenerContext context)
    {
        using var response = context.Response;
        var name = context.Request.Url!.AbsolutePath.TrimStart('/');
        if (Resource.Find(name) is not { } text)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentType = name.EndsWith(".html", StringComparison.Ordinal) ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8";
        response.OutputStream.Write(Encoding.UTF8.GetBytes(text));
    }
}
