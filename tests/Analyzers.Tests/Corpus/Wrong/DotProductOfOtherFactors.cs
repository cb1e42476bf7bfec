// NNG1001: 'users.Forward(user) * items.Forward(item)' cannot broadcast 'users.Forward(user)' [N, 32] with 'items.Forward(item)' [N, 64]: 32 and 64 at dim -1 are neither equal nor 1
[Module]
public partial class Recommender
{
    private readonly Embedding users = new(1000, 32);
    private readonly Embedding items = new(5000, 64);

    public Tensor Forward([Shape("N")] Tensor<long> user, [Shape("N")] Tensor<long> item) => ([|users.Forward(user) * items.Forward(item)|]).Sum(1);
}
