namespace CredBot.DemoTenant.Graph;

/// <summary>One family of Graph's resources.</summary>
internal interface IGraphFamily
{
    void Map(GraphRouter graph);
}
